namespace Modelwright.Peers;

/// <summary>One way to ask a row.</summary>
/// <param name="Name">What it is called on the page.</param>
/// <param name="Microseconds">A row, the median of all rounds.</param>
/// <param name="Bytes">Allocated for a row by the thread that asks, once warm.</param>
internal sealed record Way(string Name, double Microseconds, double Bytes);
