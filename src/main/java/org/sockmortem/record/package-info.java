/**
 * Forms in which one kernel line takes several lines of text, or whose stamp depends on the lines before it: journal exports, JSON,
 * {@code /dev/kmsg}, relative {@code dmesg} stamps, pstore. Each is read as a stream into records of a header and the kernel's text;
 * forms of one line each are the grammar's.
 *
 * <p>Imports {@code parse}. Jackson's streaming half reads the JSON.
 */
@NullMarked
package org.sockmortem.record;

import org.jspecify.annotations.NullMarked;
