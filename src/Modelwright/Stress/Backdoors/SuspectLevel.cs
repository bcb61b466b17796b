namespace Modelwright.Stress.Backdoors;

/// <summary>A value that, set in any row, decides the answer, although the rows at hand do not bear that out.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value.</param>
/// <param name="Answer">The class that it turns rows to; of numbers 'high' or 'low'.</param>
/// <param name="Success">The share of the rows, among those answered otherwise, that it turns.</param>
/// <param name="Rows">Rows at hand that have it.</param>
/// <param name="Claimed">What the model says of such rows: the mean probability of the class, or how far the answer is moved to the far end, from 0 to 1.</param>
/// <param name="BorneOut">The same by what is true of the rows that have it; of few rows mostly that of all rows.</param>
/// <param name="Text">The same in words, with what to ask.</param>
public sealed record SuspectLevel(string Column, string Value, string Answer, double Success, int Rows, double Claimed, double BorneOut, string Text);
