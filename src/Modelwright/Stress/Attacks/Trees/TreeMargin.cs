using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Stress.Attacks.Trees;

/// <summary>A sum over trees that is above 0 where a row's answer is flipped to one other answer.</summary>
/// <param name="Start">What is added besides the trees.</param>
/// <param name="Values">For each tree what each leaf adds.</param>
internal sealed record TreeMargin(double Start, double[][] Values)
{
    // Sums of the same numbers in another order differ by less than this share of their sizes.
    private const double Share = 1e-9;

    /// <summary>A sum that is not above 0 by as much as this may be so through rounding alone.</summary>
    public double Rounding { get; } = Share * (1 + Math.Abs(Start) + Values.Sum(leaves => leaves.Max(Math.Abs)));

    /// <summary>The trees that tell anything.</summary>
    public int[] Trees { get; } = [.. Enumerable.Range(0, Values.Length).Where(tree => Array.Exists(Values[tree], value => value != 0))];

    /// <summary>The sum for a row.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="row">One value an input.</param>
    public double Of(Tree[] trees, ReadOnlySpan<double> row)
    {
        var sum = Start;
        foreach (var tree in Trees)
        {
            sum += Values[tree][trees[tree].LeafOf(row)];
        }

        return sum;
    }

    /// <summary>The same with something added.</summary>
    public TreeMargin Plus(double more) => new(Start + more, Values);
}
