using Modelwright.Core.Data;

namespace Modelwright.Stress.Poisoning.Poisons;

/// <summary>True rows that the model likes least are sent in again and again: no label is wrong, yet they outweigh the rest. Availability poisoning of NIST AI 100-2, with clean labels.</summary>
internal sealed class CopiedRows : IPoison
{
    /// <summary>How often each chosen row is sent in.</summary>
    private const int Times = 10;

    /// <inheritdoc/>
    public string Name => "copied_rows";

    /// <inheritdoc/>
    public string Meaning => "The rows that cost the model most are sent in ten times more, their labels as they are.";

    /// <inheritdoc/>
    public IReadOnlyList<double> Shares { get; } = [0.1];

    /// <inheritdoc/>
    public (Table Rows, int Touched) Apply(PoisonGround ground, double share)
    {
        var losses = ground.Losses;
        int[] chosen = [.. Enumerable.Range(0, losses.Length).OrderByDescending(row => losses[row]).ThenBy(row => row).Take(Math.Max(1, ground.Count(share) / Times))];
        int[] rows = [.. Enumerable.Range(0, losses.Length), .. Enumerable.Repeat(chosen, Times).SelectMany(some => some)];
        return (ground.Rows.Take(rows), rows.Length - losses.Length);
    }
}
