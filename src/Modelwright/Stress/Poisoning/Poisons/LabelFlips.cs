using Modelwright.Core.Data;

namespace Modelwright.Stress.Poisoning.Poisons;

/// <summary>Rows drawn at random get another class, or a number from the far end: availability poisoning of NIST AI 100-2.</summary>
/// <remarks>Source: Biggio, Nelson and Laskov 2012, "Poisoning attacks against support vector machines", where flips at random are the plain case.</remarks>
internal sealed class LabelFlips : IPoison
{
    /// <inheritdoc/>
    public string Name => "label_flips";

    /// <inheritdoc/>
    public string Meaning => "Rows drawn at random get another class; of numbers one from the far end.";

    /// <inheritdoc/>
    public IReadOnlyList<double> Shares { get; } = [0.01, 0.03, 0.1];

    /// <inheritdoc/>
    public (Table Rows, int Touched) Apply(PoisonGround ground, double share)
    {
        var chance = ground.Chance(Name);
        int[] order = [.. Enumerable.Range(0, ground.Rows.RowCount)];
        chance.Shuffle(order);
        var touched = order[..ground.Count(share)];
        return (ground.Target is CategoryColumn ? Flip(ground, touched, chance) : Move(ground, touched), touched.Length);
    }

    private static Table Flip(PoisonGround ground, int[] touched, Random chance)
    {
        var (codes, classes) = (ground.Codes(), ground.Classes());
        foreach (var row in touched)
        {
            // One of the others: the place of the own class is passed over.
            var place = chance.Next(Math.Max(1, classes.Length - 1));
            codes[row] = classes[Math.Min(classes.Length - 1, place + (place >= Array.IndexOf(classes, codes[row]) ? 1 : 0))];
        }

        return ground.With(codes);
    }

    private static Table Move(PoisonGround ground, int[] touched)
    {
        var (numbers, ends) = (ground.Numbers(), ground.Ends());
        foreach (var row in touched)
        {
            numbers[row] = numbers[row] < ends.Middle ? ends.High : ends.Low;
        }

        return ground.With(numbers);
    }
}
