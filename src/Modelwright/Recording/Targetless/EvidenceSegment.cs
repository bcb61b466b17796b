namespace Modelwright.Recording.Targetless;

/// <summary>One segment.</summary>
/// <param name="Number">From 1, as predictions have it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Rows">Rows of training that belong to it.</param>
/// <param name="Share">Their share of all.</param>
/// <param name="Rules">In words, when a row belongs to it; most do who fulfil one.</param>
public sealed record EvidenceSegment(int Number, string Name, int Rows, double Share, IReadOnlyList<string> Rules)
{
    /// <summary>What sets it apart from the whole, the most telling first.</summary>
    public IReadOnlyList<EvidenceSegmentColumn> Profile { get; init; } = [];
}
