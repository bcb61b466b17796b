using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Calibrated;

/// <summary>
/// Turns the probabilities of a model into ones that come true as often as they say. With two classes the probability of the
/// second is mapped and the first gets the rest; with more each is mapped apart and the row is scaled to sum 1, but for
/// temperature, which takes a row as a whole. Numbers only; the same bits on every platform.
/// </summary>
/// <remarks>
/// Sources: temperature, Guo, Pleiss, Sun and Weinberger 2017; Platt 1999 on log-odds; isotonic, Zadrozny and Elkan 2002, with
/// lines between the centres of its blocks (Oron and Flournoy 2017), so that no two different probabilities become equal.
/// </remarks>
public sealed record ProbabilityMap
{
    /// <summary>Probabilities to the power 1/T, scaled to sum 1.</summary>
    public const string Temperature = "temperature";

    /// <summary>A straight line over the log-odds.</summary>
    public const string Platt = "platt";

    /// <summary>An ascending line through points.</summary>
    public const string Isotonic = "isotonic";

    /// <summary>Log-odds are taken of nothing nearer to 0 or 1.</summary>
    internal const double Nearest = 1e-12;

    private const int MostPoints = 10_000;

    /// <summary>Which of the three it is.</summary>
    public required string Method { get; init; }

    /// <summary>Temperature: the one number 1/T. Platt: the slope for each mapped class, 0 or more. Isotonic: none.</summary>
    public double[] Slopes { get; init; } = [];

    /// <summary>Platt: what is added for each mapped class. Otherwise none.</summary>
    public double[] Offsets { get; init; } = [];

    /// <summary>Isotonic: points for each mapped class, 2 or more. Otherwise none.</summary>
    public int[] Counts { get; init; } = [];

    /// <summary>Isotonic: where the points stand, from 0 to 1, ascending in each class; classes one after another.</summary>
    public double[] From { get; init; } = [];

    /// <summary>Isotonic: what the points answer, from 0 to 1, not descending in each class.</summary>
    public double[] To { get; init; } = [];

    /// <summary>Classes that are mapped: the second alone of two, else each.</summary>
    internal static int Mapped(int classes) => classes == 2 ? 1 : classes;

    /// <summary>What is wrong with it for so many classes; null where it is sound.</summary>
    /// <param name="classes">Number of classes, 2 or more.</param>
    /// <returns>A sentence without its end, or null.</returns>
    public string? Fault(int classes)
    {
        var mapped = Mapped(classes);
        return classes < 2 ? "one class has no probabilities to calibrate" : Method switch
        {
            Temperature => Slopes.Length == 1 && Slopes[0] > 0 && SoundArrays.AreFinite(Slopes) ? null : "a temperature has one slope, finite and above 0",
            Platt => Slopes.Length == mapped && Offsets.Length == mapped && SoundArrays.AreFinite(Slopes) && SoundArrays.AreFinite(Offsets) && AreNotNegative(Slopes)
                ? null
                : $"a line has {mapped} finite slopes of 0 or more and {mapped} finite offsets for {classes} classes",
            Isotonic => PointFault(mapped),
            _ => $"the method '{Method}' is not known; there are {Temperature}, {Platt} and {Isotonic}",
        };
    }

    /// <summary>Maps rows in place.</summary>
    /// <param name="probabilities">Rows x classes, each row of sum 1.</param>
    /// <param name="classes">Number of classes.</param>
    public void Apply(Span<double> probabilities, int classes)
    {
        for (var start = 0; start < probabilities.Length; start += classes)
        {
            var row = probabilities.Slice(start, classes);
            if (Method == Temperature)
            {
                Sharpen(row);
            }
            else if (classes == 2)
            {
                row[1] = MapOne(row[1], 0);
                row[0] = 1 - row[1];
            }
            else
            {
                MapEach(row);
            }
        }
    }

    /// <summary>Whether nothing in it differs from another.</summary>
    /// <param name="other">Another map.</param>
    /// <returns>True where both map alike.</returns>
    public bool Equals(ProbabilityMap? other) =>
        other is not null && Method == other.Method && Slopes.AsSpan().SequenceEqual(other.Slopes) && Offsets.AsSpan().SequenceEqual(other.Offsets)
        && Counts.AsSpan().SequenceEqual(other.Counts) && From.AsSpan().SequenceEqual(other.From) && To.AsSpan().SequenceEqual(other.To);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Method, Slopes.Length, From.Length);

    private void Sharpen(Span<double> row)
    {
        for (var place = 0; place < row.Length; place++)
        {
            row[place] = PortableMath.Exp(Slopes[0] * PortableMath.Log(Math.Max(row[place], Nearest)));
        }

        ClassScores.ScaleToOne(row);
    }

    private void MapEach(Span<double> row)
    {
        for (var place = 0; place < row.Length; place++)
        {
            row[place] = MapOne(row[place], place);
        }

        ClassScores.ScaleToOne(row);
    }

    private double MapOne(double probability, int mapped) => Method == Platt
        ? PortableMath.Sigmoid((Slopes[mapped] * LogOdds(probability)) + Offsets[mapped])
        : OnLine(probability, mapped);

    /// <summary>The log-odds of a probability, held within reach.</summary>
    internal static double LogOdds(double probability)
    {
        var held = Math.Clamp(probability, Nearest, 1 - Nearest);
        return PortableMath.Log(held) - PortableMath.Log1p(-held);
    }

    private double OnLine(double probability, int mapped)
    {
        var start = 0;
        for (var before = 0; before < mapped; before++)
        {
            start += Counts[before];
        }

        var from = From.AsSpan(start, Counts[mapped]);
        var place = from.BinarySearch(probability);
        if (place >= 0)
        {
            return To[start + place];
        }

        var after = ~place;
        if (after == 0 || after == from.Length)
        {
            return To[start + Math.Min(after, from.Length - 1)];
        }

        var share = (probability - from[after - 1]) / (from[after] - from[after - 1]);
        return To[start + after - 1] + (share * (To[start + after] - To[start + after - 1]));
    }

    private string? PointFault(int mapped)
    {
        var total = SoundArrays.Total(Counts);
        if (Counts.Length != mapped || total > MostPoints || total != From.Length || total != To.Length || !SoundArrays.AreShares(From) || !SoundArrays.AreShares(To))
        {
            return $"an ascending line has points from 0 to 1 for {mapped} mapped classes, at most {MostPoints} together";
        }

        var start = 0;
        foreach (var count in Counts)
        {
            if (count < 2 || !Rises(From.AsSpan(start, count)) || !SoundArrays.AreAscending(To.AsSpan(start, count)))
            {
                return "an ascending line has 2 points or more for each mapped class, each further to the right than the one before and not below it";
            }

            start += count;
        }

        return null;
    }

    private static bool Rises(ReadOnlySpan<double> values)
    {
        for (var place = 1; place < values.Length; place++)
        {
            if (!(values[place - 1] < values[place]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreNotNegative(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (value < 0)
            {
                return false;
            }
        }

        return true;
    }
}
