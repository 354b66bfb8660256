/** What the build does to compiled classes; no part of the program. */
package org.sockmortem.build;
