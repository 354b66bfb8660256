/**
 * Many hosts to one picture: finds what is to be read below paths, has each host analysed, remembers what is done, and lays the hosts
 * beside each other.
 *
 * <p>Knows no format: each finished host goes to a {@link org.sockmortem.fleet.HostSink}, and the picture is a value. Imports {@code
 * postmortem} and the values that its report is made of.
 */
@NullMarked
package org.sockmortem.fleet;

import org.jspecify.annotations.NullMarked;
