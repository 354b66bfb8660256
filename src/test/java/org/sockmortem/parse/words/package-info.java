/** Tests of the table of words, held against ANTLR's own lexer. */
@NullMarked
package org.sockmortem.parse.words;

import org.jspecify.annotations.NullMarked;
