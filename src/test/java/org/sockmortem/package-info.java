/** Tests of the whole house; each package's own tests are in its own name. */
@NullMarked
package org.sockmortem;

import org.jspecify.annotations.NullMarked;
