using Modelwright.Validation;

namespace Modelwright.Stress.Perturbations;

/// <summary>How much of a perturbation, on which rows first, and by which chance.</summary>
/// <param name="Severity">From 0, nothing, to 1; what 1 is the perturbation says.</param>
/// <param name="Seed">The only origin of chance.</param>
public sealed record PerturbationDose(double Severity, int Seed)
{
    /// <summary>All rows in the order in which they are touched; null draws an order by the seed.</summary>
    public IReadOnlyList<int>? Order { get; init; }

    /// <summary>The rows that are touched: the first of the order, as large a share as the severity says.</summary>
    /// <param name="count">Number of rows.</param>
    /// <returns>Row numbers, in the order in which they are touched.</returns>
    internal int[] Touched(int count)
    {
        var most = (int)Math.Round(Math.Clamp(Severity, 0, 1) * count);
        if (Order is not null)
        {
            return [.. Order.Take(most)];
        }

        int[] order = [.. Enumerable.Range(0, count)];
        new Random(Seeds.Mix(Seed, -1)).Shuffle(order);
        return order[..most];
    }

    /// <summary>The chance of what is put into cells; the first rows touched get the same at any severity.</summary>
    internal Random Chance => new(Seed);
}
