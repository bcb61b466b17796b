using Modelwright.Core.Data;

namespace Modelwright.Stress.Poisoning.Poisons;

/// <summary>All wrong labels hit the rarest class, or the highest numbers: targeted poisoning of NIST AI 100-2.</summary>
/// <remarks>Source: Xiao et al. 2012, "Adversarial label flips attack on support vector machines"; here the class is chosen, not the single rows.</remarks>
internal sealed class TargetedFlips : IPoison
{
    /// <inheritdoc/>
    public string Name => "targeted_flips";

    /// <inheritdoc/>
    public string Meaning => "Rows of the rarest class get the most frequent other one; of numbers the highest get the lowest.";

    /// <inheritdoc/>
    public IReadOnlyList<double> Shares { get; } = [0.01, 0.03, 0.1];

    /// <inheritdoc/>
    public (Table Rows, int Touched) Apply(PoisonGround ground, double share) =>
        ground.Target is CategoryColumn ? Flip(ground, ground.Count(share)) : Move(ground, ground.Count(share));

    private (Table Rows, int Touched) Flip(PoisonGround ground, int wanted)
    {
        var codes = ground.Codes();
        var byCount = codes.Where(code => code >= 0).CountBy(code => code).OrderBy(entry => entry.Value).ThenBy(entry => entry.Key).ToArray();
        if (byCount.Length < 2)
        {
            return (ground.Rows, 0);
        }

        int[] own = [.. Enumerable.Range(0, codes.Length).Where(row => codes[row] == byCount[0].Key)];
        ground.Chance(Name).Shuffle(own);

        // Some of the class stays, or it would be a fit without it.
        var touched = own[..Math.Min(wanted, own.Length / 2)];
        foreach (var row in touched)
        {
            codes[row] = byCount[^1].Key;
        }

        return (ground.With(codes), touched.Length);
    }

    private static (Table Rows, int Touched) Move(PoisonGround ground, int wanted)
    {
        var (numbers, low) = (ground.Numbers(), ground.Ends().Low);
        int[] highest = [.. Enumerable.Range(0, numbers.Length).OrderByDescending(row => numbers[row]).ThenBy(row => row).Take(wanted)];
        foreach (var row in highest)
        {
            numbers[row] = low;
        }

        return (ground.With(numbers), highest.Length);
    }
}
