/*
 * The words of a kernel log.
 *
 * A token is as large as it can be without meaning two things: a whole stamp is one, and so is each fixed phrase of a kernel message.
 * The longest match wins, so that `table` in a host's name stays a word while `table full, dropping packet` is a phrase; and since a
 * message is recognised by its phrase, the scanner can look for the same bytes (a test holds scan/Needles against the samples).
 *
 * To add a token: put it into the family's file below imports/, as long as the text is fixed. Imported rules stand after the ones
 * of this file and in the order of the list, which decides between matches of one length: keywords first, Fallback last.
 */
lexer grammar KernelLogLexer;

import EnvelopeTokens, NoteTokens, BootTokens, TcpTokens, TableTokens, MemoryTokens, StallTokens, EndTokens, LimitedTokens, Fallback;
