using System.Globalization;
using System.Text.Json.Serialization;
using Modelwright.Measures.Comparing;
using Modelwright.Recording;
using Modelwright.Runtime.Packaging;
using Modelwright.Stress.Gates;

namespace Modelwright.Retraining;

/// <summary>Whether a challenger takes the place of the champion, and what that rests on: the document of a retraining.</summary>
public sealed record RetrainingDecision
{
    /// <summary>A p value below it is beyond chance.</summary>
    private const double Doubt = 0.05;

    /// <summary>The model in service.</summary>
    public required string ChampionId { get; init; }

    /// <summary>The model that was trained on newer rows; equal to <see cref="ChampionId"/> where the same came out.</summary>
    public required string ChallengerId { get; init; }

    /// <summary>How the newest rows were told: 'time', 'last' or 'seeded'.</summary>
    public required string Holdout { get; init; }

    /// <summary>Rows that the challenger was trained on.</summary>
    public required int TrainingRows { get; init; }

    /// <summary>Rows that both were scored on.</summary>
    public required int Rows { get; init; }

    /// <summary>What a row costs in the test.</summary>
    public required string Loss { get; init; }

    /// <summary>The paired test: the challenger's loss less the champion's.</summary>
    public required PairedLosses Losses { get; init; }

    /// <summary>How many challengers were tried on these rows; the p value is multiplied by it (Bonferroni).</summary>
    public int Tried { get; init; } = 1;

    /// <summary>The p value that decides.</summary>
    public double PValue => Math.Min(1, Losses.PValue * Tried);

    /// <summary>How much worse the challenger may be, in the unit of <see cref="Loss"/>; null where it must be better.</summary>
    public double? Margin { get; init; }

    /// <summary>Every metric of the task for champion (first) and challenger (second).</summary>
    public required IReadOnlyList<MetricDifference> Metrics { get; init; }

    /// <summary>What the gate says of the challenger, rule by rule; null where the gate was not asked: by the test alone the champion stays, or no gate is wanted.</summary>
    public IReadOnlyList<GateResult>? Gate { get; init; }

    /// <summary>Whether the test lets the challenger through.</summary>
    public bool IsBetter => Margin is { } margin ? Losses.Upper <= margin : Losses.Difference < 0 && PValue < Doubt;

    /// <summary>Whether the challenger takes the champion's place.</summary>
    public bool Promote => IsBetter && ChampionId != ChallengerId && Gate?.All(result => result.Passed) != false;

    /// <summary>Why, in sentences.</summary>
    public string Reason => ChampionId == ChallengerId ? "The same model came out, so the champion stays."
        : !IsBetter ? $"{Figures} The champion stays."
        : Gate?.FirstOrDefault(result => !result.Passed) is { } failed ? $"{Figures} But it does not pass the gate: {failed.Text} The champion stays."
        : $"{Figures} It takes the champion's place.";

    /// <summary>The challenger, for whoever saves or serves it.</summary>
    [JsonIgnore]
    public required Package Challenger { get; init; }

    /// <summary>The decision as JSON without the challenger: what is decided and why, the test, every metric, and the gate rule by rule.</summary>
    public string ToJson() => Documents.Write(new Decided(ChampionId, ChallengerId, Promote, Reason, Holdout, TrainingRows, Rows, Loss, Losses, Tried, PValue, Margin, Metrics, Gate));

    private string Figures => string.Create(CultureInfo.InvariantCulture, $"On {Rows} rows the challenger's {Loss.Replace('_', ' ')} differs by {Losses.Difference:0.####} ({Losses.Lower:0.####} … {Losses.Upper:0.####}) a row, p {PValue:0.####}: {Judged}.");

    private string Judged => Margin is { } margin
        ? string.Create(CultureInfo.InvariantCulture, $"it is {(IsBetter ? "" : "not proven to be ")}worse by no more than {margin:0.####}")
        : PValue >= Doubt || Losses.Difference == 0 ? "not better beyond chance"
        : IsBetter ? "better beyond chance" : "worse beyond chance";

    private sealed record Decided(
        string ChampionId,
        string ChallengerId,
        bool Promote,
        string Reason,
        string Holdout,
        int TrainingRows,
        int Rows,
        string Loss,
        PairedLosses Losses,
        int Tried,
        double PValue,
        double? Margin,
        IReadOnlyList<MetricDifference> Metrics,
        IReadOnlyList<GateResult>? Gate);
}
