"""What an editor fills in of a question, a condition or a term, as blocks of a stream.

The names of the fields are those of `intake.questionnaire.definition`.
"""
