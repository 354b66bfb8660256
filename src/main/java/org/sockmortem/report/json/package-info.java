/**
 * The report as JSON, version 1: names and order as other people's scripts rely on them.
 *
 * <p>The schema that readers may hold it against is {@code schema/report-1.json} in the jar. The only package of the reports that
 * knows Jackson; imports {@code postmortem} and the values that it is made of.
 */
@NullMarked
package org.sockmortem.report.json;

import org.jspecify.annotations.NullMarked;
