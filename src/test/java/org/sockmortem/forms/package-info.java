/** One kernel log in every form in which it may reach a person, and tests that the analysis says the same of each. */
@NullMarked
package org.sockmortem.forms;

import org.jspecify.annotations.NullMarked;
