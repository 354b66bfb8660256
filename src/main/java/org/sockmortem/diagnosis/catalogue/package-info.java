/**
 * What the kernel does with each sysctl that has to do with sockets, as data with sources: one text file a sysctl, for people who know
 * kernels and need no Java. {@code FORMAT.txt} beside the files says how they are written.
 *
 * <p>Imports {@code event} alone.
 */
@NullMarked
package org.sockmortem.diagnosis.catalogue;

import org.jspecify.annotations.NullMarked;
