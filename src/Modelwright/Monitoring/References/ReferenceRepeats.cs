namespace Modelwright.Monitoring.References;

/// <summary>How often honest rows repeat each other.</summary>
/// <param name="Rows">Rows that were looked at.</param>
/// <param name="Times">How many times rows occur, ascending from 1.</param>
/// <param name="Groups">For each of them, how many different rows occur so often.</param>
internal sealed record ReferenceRepeats(int Rows, int[] Times, int[] Groups);
