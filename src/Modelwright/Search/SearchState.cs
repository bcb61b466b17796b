namespace Modelwright.Search;

/// <summary>What is known after a trial.</summary>
/// <param name="Trials">All trials so far, best first.</param>
/// <param name="SecondsLeft">Time left; infinity without a budget.</param>
/// <param name="Share">Share of the search that is done, from 0 to 1.</param>
internal sealed record SearchState(IReadOnlyList<Trial> Trials, double SecondsLeft, double Share);
