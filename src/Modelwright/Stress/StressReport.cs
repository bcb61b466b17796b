using Modelwright.Stress.Attacks;
using Modelwright.Stress.Backdoors;
using Modelwright.Stress.Curves;
using Modelwright.Stress.Fairness;
using Modelwright.Stress.Gates;
using Modelwright.Stress.Poisoning;
using Modelwright.Stress.Privacy;
using Modelwright.Stress.Schemas;
using Modelwright.Stress.Shifts;
using Modelwright.Stress.Slices;

namespace Modelwright.Stress;

/// <summary>How a model fails, and whether it may go out.</summary>
public sealed record StressReport
{
    /// <summary>The model.</summary>
    public required string ModelId { get; init; }

    /// <summary>The main metric.</summary>
    public required string Metric { get; init; }

    /// <summary>The only origin of chance.</summary>
    public required int Seed { get; init; }

    /// <summary>Labelled rows that were brought and that the model knows the target of.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that were put under strain: a seeded sample where there are many.</summary>
    public required int RowsUnderStrain { get; init; }

    /// <summary>The model without strain, on the rows that are put under it.</summary>
    public required StressScore Calm { get; init; }

    /// <summary>One curve a perturbation and column.</summary>
    public required IReadOnlyList<StressCurve> Curves { get; init; }

    /// <summary>The model on rows that come otherwise.</summary>
    public required IReadOnlyList<ShiftScore> Shifts { get; init; }

    /// <summary>Rows of another shape.</summary>
    public required IReadOnlyList<SchemaProbe> Probes { get; init; }

    /// <summary>Groups of rows on which the model is weak.</summary>
    public required SliceReport Slices { get; init; }

    /// <summary>How easily an opponent turns answers.</summary>
    public required AttackReport Attacks { get; init; }

    /// <summary>Values and columns that decide more than they should.</summary>
    public required BackdoorReport Backdoors { get; init; }

    /// <summary>What is left where an opponent reached the training rows.</summary>
    public required PoisoningReport Poisoning { get; init; }

    /// <summary>How groups of people are treated.</summary>
    public required FairnessReport Fairness { get; init; }

    /// <summary>What the model gives away of its training rows and of itself.</summary>
    public required PrivacyReport Privacy { get; init; }

    /// <summary>Every figure that a gate may name.</summary>
    public required IReadOnlyList<GateFigure> Figures { get; init; }

    /// <summary>What the gate says, rule by rule.</summary>
    public required IReadOnlyList<GateResult> Gate { get; init; }

    /// <summary>What was not run, each in a sentence with the reason.</summary>
    public required IReadOnlyList<string> NotRun { get; init; }

    /// <summary>Seconds that the test took.</summary>
    public required double Seconds { get; init; }

    /// <summary>Whether every rule of the gate is kept.</summary>
    public bool Passed => Gate.All(result => result.Passed);
}
