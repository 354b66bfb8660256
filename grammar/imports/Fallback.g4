/* Whatever else stands in a line. Imported last, so that it never wins over a keyword of the same length. */
lexer grammar Fallback;

NUMBER : [0-9]+ ;
// as in "process 4711, UID 48"
LISTED_NUMBER : [0-9]+ ',' ;
SPACE  : [ \t\u00A0]+ ;
COLON  : ':' ;
OPEN   : '[' ;
CLOSE  : ']' ;
// a record of /dev/kmsg has its text right behind a semicolon
WORD   : ~[ \t\u00A0\r\n:;[\]<>]+ ;
OTHER  : . ;
