namespace Modelwright.Tasks;

/// <summary>What trials of a task without a target are told apart by.</summary>
/// <param name="Name">The name in evidence, in snake_case: 'stability'.</param>
/// <param name="Title">The name in prose.</param>
/// <param name="Meaning">What it says, in one sentence.</param>
/// <param name="HigherIsBetter">Whether more is better.</param>
public sealed record Criterion(string Name, string Title, string Meaning, bool HigherIsBetter);
