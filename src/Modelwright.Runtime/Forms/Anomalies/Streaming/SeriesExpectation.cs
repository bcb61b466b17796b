namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>What is expected of a variable at a time: the level alone, the time of day, the time of the week, each counting by how well it has foretold so far.</summary>
/// <remarks>Weights by powers of the past errors: Bates &amp; Granger 1969. All errors are those made before the value was known.</remarks>
internal readonly ref struct SeriesExpectation(Span<double> state)
{
    /// <summary>Times of a day whose usual values are kept: every half hour.</summary>
    internal const int DayBins = 48;

    private const int WeekBins = 7 * DayBins;
    private const int Outlooks = 3;
    private const int DayAt = Outlooks * SeriesOutlook.Size;
    private const int WeekAt = DayAt + (2 * DayBins);

    /// <summary>Numbers of state.</summary>
    internal const int Size = WeekAt + (2 * WeekBins);

    private const int ReadingsBeforeTrust = 20;
    private const double DaysKept = 14;
    private const double WeeksKept = 8;
    private const double Tiny = 1e-300;
    private readonly Span<double> _state = state;

    private SeasonProfile Day => new(_state.Slice(DayAt, 2 * DayBins), DayBins);

    private SeasonProfile Week => new(_state.Slice(WeekAt, 2 * WeekBins), WeekBins);

    /// <summary>The value that is usual at this time, and the one to be expected after the last; NaN before the first value.</summary>
    internal (double Usual, double Next) At(StreamTime time)
    {
        Span<double> shapes = stackalloc double[Outlooks];
        Span<bool> isTrusted = stackalloc bool[Outlooks];
        var (least, leastNext) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var place = 0; place < Outlooks; place++)
        {
            var idea = Outlook(place);
            isTrusted[place] = idea.Readings >= (place == 0 ? 1 : ReadingsBeforeTrust) && TryShape(place, time, out shapes[place]);
            if (isTrusted[place])
            {
                (least, leastNext) = (Math.Min(least, idea.Loss), Math.Min(leastNext, idea.NextLoss));
            }
        }

        var (usual, next, usualWeights, nextWeights) = (0.0, 0.0, 0.0, 0.0);
        for (var place = 0; place < Outlooks; place++)
        {
            if (isTrusted[place])
            {
                var idea = Outlook(place);
                var (weight, nextWeight) = (Weight(least, idea.Loss), Weight(leastNext, idea.NextLoss));
                usual += weight * idea.Usual(shapes[place]);
                usualWeights += weight;
                next += nextWeight * idea.Next(shapes[place], time.Gap);
                nextWeights += nextWeight;
            }
        }

        return (usual / usualWeights, next / nextWeights);
    }

    /// <summary>Learns a value.</summary>
    internal void Learn(double value, StreamTime time, int memory)
    {
        var pace = Math.Clamp(time.ReadingsADay, 50, 500);
        var readingsABin = Math.Max(1, time.ReadingsADay / DayBins);
        for (var place = 0; place < Outlooks; place++)
        {
            var idea = Outlook(place);
            var part = TryShape(place, time, out var shape)
                ? idea.Learn(value, shape, time.Gap, place == 0 ? pace : 2 * pace, memory)
                : value - idea.Level;
            if (place == 1)
            {
                Day.Add(time.Day, part, DaysKept * readingsABin);
            }
            else if (place == 2)
            {
                Week.Add(time.Week, part, WeeksKept * readingsABin);
            }
        }
    }

    private SeriesOutlook Outlook(int place) => new(_state.Slice(place * SeriesOutlook.Size, SeriesOutlook.Size));

    private bool TryShape(int place, StreamTime time, out double shape)
    {
        shape = 0;
        return place == 0 || (place == 1 ? Day.TryGet(time.Day, 1, out shape) : Week.TryGet(time.Week, 1, out shape));
    }

    // The eighth power of how much larger the error is than the least.
    private static double Weight(double least, double loss)
    {
        var ratio = (least + Tiny) / (loss + Tiny);
        var square = ratio * ratio;
        return square * square * square * square;
    }
}
