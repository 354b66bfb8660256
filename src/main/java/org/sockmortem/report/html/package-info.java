/**
 * The report as one HTML file that needs nothing else: prose as on every other page, a timeline to move about in, bars of gauges beside
 * their limits. What a log brings stands in it as text: templates escape by context, and the timeline's data is JSON without a
 * {@code <}.
 *
 * <p>The templates are in {@code src/main/jte}, styles and scripts beside this package's resources. Imports {@code postmortem} and the
 * values that it is made of, {@code report.page} and {@code report.json}.
 */
@NullMarked
package org.sockmortem.report.html;

import org.jspecify.annotations.NullMarked;
