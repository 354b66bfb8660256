/** Tests of how logs are laid beside each other. */
@NullMarked
package org.sockmortem.join;

import org.jspecify.annotations.NullMarked;
