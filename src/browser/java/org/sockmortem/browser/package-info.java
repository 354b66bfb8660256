/** The HTML report in a real browser. */
@NullMarked
package org.sockmortem.browser;

import org.jspecify.annotations.NullMarked;
