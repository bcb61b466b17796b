using Modelwright.Search.Ensembles;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>The seconds of a budget that are kept for what follows a search: refitting, scoring and packing the chosen members.</summary>
internal sealed class ReservedTime(SearchOptions options, Partition partition)
{
    /// <summary>Bytes of forms that are hashed and written in a second, with some to spare.</summary>
    private const double PackedPerSecond = 30e6;

    /// <summary>A reserve for the worst choice of members that is below this share of the time left is good enough.</summary>
    private const double SmallShare = 0.1;

    /// <summary>Share of a search's budget that the refit of its choice may take: the rest is for finding what is worth a refit.</summary>
    private const double LargestShare = 0.5;

    /// <summary>Share of the budget, and seconds at most, that the chosen members may take where the search used up its time.</summary>
    private const double GraceShare = 0.05;
    private const double MostGrace = 1;

    private int _trialCount = -1;
    private double _expected;

    /// <summary>Seconds that the chosen members may take together; infinity without a budget.</summary>
    public double Most { get; } = LargestShare * options.Clock.Left;

    /// <summary>
    /// Seconds that the members may take which are chosen at the end. A last trial that ran over takes no member away that a moment
    /// suffices for: the time kept back for the figures bears that.
    /// </summary>
    public double ForMembers => Math.Min(Most, Math.Max(options.Clock.Left, Math.Min(MostGrace, GraceShare * (options.Clock.Left + options.Clock.Elapsed))));

    /// <summary>What some members will take.</summary>
    public double Of(IEnumerable<Trial> members)
    {
        var scored = (double)options.ScoredRows / Math.Max(1, partition.Covered.Length) * (partition.IsBag ? partition.Splits.Count : 1) / options.Threads;
        return members.Sum(trial =>
            (options.RefitFactor * trial.Seconds) + (scored * trial.Fits!.AnswerSeconds) + (trial.Bytes / PackedPerSecond));
    }

    /// <summary>
    /// What the members will take that would be chosen now. The choice costs time itself, so it is made only where as many
    /// members as there may be would take a good part of the time left; before the first trial there is nothing to choose.
    /// </summary>
    /// <param name="trials">All trials so far, best first.</param>
    /// <param name="choose">Chooses members among them.</param>
    public double Expect(IReadOnlyList<Trial> trials, Func<IEnumerable<Trial>> choose)
    {
        var worst = Of(EnsembleChoice.Worthy(trials).Take(EnsembleChoice.MostMembers));
        if (!options.Clock.IsLimited || worst <= SmallShare * Math.Max(0, options.Clock.Left))
        {
            return worst;
        }

        if (_trialCount != trials.Count)
        {
            _trialCount = trials.Count;
            _expected = Of(choose());
        }

        return Math.Min(worst, _expected);
    }
}
