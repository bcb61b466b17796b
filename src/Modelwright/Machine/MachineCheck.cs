namespace Modelwright.Machine;

/// <summary>What was found of one thing that the product may need of a machine.</summary>
/// <param name="Name">What was looked for, in snake_case: 'table_engine'.</param>
/// <param name="State">How it stands.</param>
/// <param name="Found">What is there, with its numbers.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Remedy">What to do; null where all is well.</param>
public sealed record MachineCheck(string Name, CheckState State, string Found, string Purpose, string? Remedy);
