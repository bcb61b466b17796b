using Modelwright.Core.Learning.Streams;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>
/// Six ways in which a reading can be strange, each judged by its own past in this series: a value far from the expected one;
/// a mean away from the usual over a short and over a longer window; errors larger, and changes smaller, than usual over the
/// longer window; one value repeated.
/// </summary>
/// <remarks>A short window against the long past: Ahmad, Lavin, Purdy &amp; Agha 2017 (anomaly likelihood), there by a normal distribution, here by counts.</remarks>
internal readonly ref struct StreamStatistics
{
    private const int Scalars = 10;
    private const int Statistics = 6;
    private const int SpreadAt = Scalars;
    private const int TailsAt = SpreadAt + (2 * SeriesExpectation.DayBins);

    /// <summary>Numbers of state.</summary>
    internal const int Size = TailsAt + (Statistics * TailHistogram.Size);

    private const double FirstReadings = StreamForm.FirstReadings;
    private const double DaysKept = 14;
    private const double ReadingsBeforeTrust = 3;
    private const double LargestStatistic = 1e6;
    private const double LargestUnrest = 20;

    // Six together are by so much stranger than one alone would be; measured on noise, where a score of 3 is then one in a thousand.
    private const double OfSixTogether = 0.75;

    private static ReadOnlySpan<StreamSign> Signs => [StreamSign.Value, StreamSign.Level, StreamSign.Level, StreamSign.Unrest, StreamSign.Stillness, StreamSign.Repetition];

    private readonly Span<double> _state;
    private readonly StreamSettings _settings;

    internal StreamStatistics(Span<double> state, StreamSettings settings)
    {
        _state = state;
        _settings = settings;
    }

    private ref double Readings => ref _state[0];

    private ref double Last => ref _state[1];

    private ref double Run => ref _state[2];

    private ref double Spread => ref _state[3];

    private ref double UsualSpread => ref _state[4];

    private ref double ShortMean => ref _state[5];

    private ref double LongMean => ref _state[6];

    private ref double Unrest => ref _state[7];

    private ref double ShortChange => ref _state[8];

    private ref double LongChange => ref _state[9];

    private SeasonProfile DaySpread => new(_state.Slice(SpreadAt, 2 * SeriesExpectation.DayBins), SeriesExpectation.DayBins);

    /// <summary>How rare a reading is, as minus the logarithm to base 10 of its chance, and in which way most; 0 for the first readings. Then learns it.</summary>
    /// <param name="value">The reading.</param>
    /// <param name="usual">The value that is usual at this time.</param>
    /// <param name="next">The value that was to be expected after the last.</param>
    /// <param name="time">When.</param>
    internal (double Rarity, StreamSign Sign) Judge(double value, double usual, double next, StreamTime time)
    {
        Readings++;
        var change = Readings == 1 ? 0 : Math.Abs(value - Last);
        Run = Readings > 1 && value == Last ? Run + 1 : 1;
        Last = value;
        var error = Math.Abs(value - next);
        var scale = DaySpread.TryGet(time.Day, ReadingsBeforeTrust, out var ofDay) ? 0.5 * (Spread + ofDay) : Spread;
        var floor = (1e-3 * LongChange) + (1e-9 * Math.Abs(value)) + 1e-200;
        var surprise = error / (scale + floor);
        Watch(value - usual, surprise, change);
        var (rarity, sign) = Readings > FirstReadings ? Rarity(surprise, UsualSpread + floor, floor) : (0, StreamSign.None);
        Learn(error, Math.Abs(value - usual), change);
        if (Readings > FirstReadings)
        {
            DaySpread.Add(time.Day, Bounded(error, scale), DaysKept * Math.Max(1, time.ReadingsADay / SeriesExpectation.DayBins));
        }

        return (Math.Max(0, rarity - OfSixTogether), sign);
    }

    private TailHistogram Tail(int place) => new(_state.Slice(TailsAt + (place * TailHistogram.Size), TailHistogram.Size));

    private void Watch(double away, double surprise, double change)
    {
        var quick = Math.Max(2.0 / (_settings.Window + 1), 1 / Readings);
        var slow = Math.Max(2.0 / ((4 * _settings.Window) + 1), 1 / Readings);
        ShortMean += quick * (away - ShortMean);
        LongMean += slow * (away - LongMean);
        Unrest += slow * (Math.Min(surprise, LargestUnrest) - Unrest);
        ShortChange += slow * (change - ShortChange);
    }

    // The norm of order 1.5: what is strange in several ways is stranger, but one very strange way is enough.
    private (double Rarity, StreamSign Sign) Rarity(double surprise, double spread, double floor)
    {
        ReadOnlySpan<double> statistics =
        [
            surprise,
            Math.Abs(ShortMean) / spread,
            Math.Abs(LongMean) / spread,
            Unrest,
            LongChange / (ShortChange + floor),
            Run,
        ];
        var (sum, rarest, sign) = (0.0, 0.0, StreamSign.None);
        for (var place = 0; place < Statistics; place++)
        {
            var rarity = Tail(place).Judge(Math.Min(statistics[place], LargestStatistic), _settings.Memory);
            (rarest, sign) = rarity > rarest ? (rarity, Signs[place]) : (rarest, sign);
            sum += rarity * Math.Sqrt(rarity);
        }

        return (PortableMath.Pow(sum, 2.0 / 3), sign);
    }

    private void Learn(double error, double away, double change)
    {
        var rate = 1 / Math.Min(Readings, _settings.Memory);
        Spread += rate * (Bounded(error, Spread) - Spread);
        UsualSpread += rate * (Bounded(away, UsualSpread) - UsualSpread);
        LongChange += rate * (Bounded(change, LongChange) - LongChange);
    }

    // One event does not widen what is usual; a change that stays does, at a twentieth of its size a time.
    private double Bounded(double size, double usual) => Readings <= FirstReadings ? size : Math.Min(size, (5 * usual) + (0.05 * size));
}
