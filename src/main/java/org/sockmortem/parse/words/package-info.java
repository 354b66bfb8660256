/**
 * The lexer's states, worked out when the program is built: what ANTLR finds out about the words of a line while it reads, and would have
 * to find out again in every process.
 */
@NullMarked
package org.sockmortem.parse.words;

import org.jspecify.annotations.NullMarked;
