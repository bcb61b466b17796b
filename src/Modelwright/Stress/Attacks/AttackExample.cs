namespace Modelwright.Stress.Attacks;

/// <summary>A row whose answer an attack flips.</summary>
/// <param name="Row">0-based place among the rows under strain.</param>
/// <param name="Attack">Name of the attack that found the cheapest change.</param>
/// <param name="Cost">What all changes cost together; numbers are rounded for people where the answer stays flipped, so it may be a little more than the cheapest.</param>
/// <param name="AnswerBefore">What the model answers to the row: a class with its probability, or a number.</param>
/// <param name="AnswerAfter">What it answers after the change.</param>
/// <param name="Changes">The columns that change, in the order of the schema; all others stay as they are.</param>
public sealed record AttackExample(int Row, string Attack, double Cost, string AnswerBefore, string AnswerAfter, IReadOnlyList<AttackChange> Changes);
