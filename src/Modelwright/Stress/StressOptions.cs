using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Stress.Attacks.Threats;
using Modelwright.Stress.Gates;

namespace Modelwright.Stress;

/// <summary>How a model is tested.</summary>
public sealed record StressOptions
{
    /// <summary>What it must keep; null means <see cref="Gate.For"/>.</summary>
    public Gate? Gate { get; init; }

    /// <summary>What an opponent may change; null means <see cref="Threat.Draft"/> of the rows.</summary>
    public Threat? Threat { get; init; }

    /// <summary>Columns by which groups of people are compared, besides those of the role 'sensitive'; where there are none, names suggest them.</summary>
    public IReadOnlyList<string> Sensitive { get; init; } = [];

    /// <summary>The training rows as a source gave them; null where they are not at hand, and what needs them is not run.</summary>
    public Table? Training { get; init; }

    /// <summary>Why the training rows are not at hand, a sentence with its remedy.</summary>
    public string WhyNoTraining { get; init; } = "the training rows are not at hand. Bring them with --training FILE.";

    /// <summary>SHA-256 of what the training rows were read from, so that other rows than the model's are told; null where it is not known.</summary>
    public string? TrainingFingerprint { get; init; }

    /// <summary>The learners that fits and copies of the model are made with; null where nothing is fitted.</summary>
    public LearnerCatalog? Learners { get; init; }

    /// <summary>Whether every column and every row is looked at, and fits follow the whole recipe, however long that takes.</summary>
    public bool IsDeep { get; init; }

    /// <summary>Seconds after which what is left is not run, and said so; infinity by default.</summary>
    public double Seconds { get; init; } = double.PositiveInfinity;

    /// <summary>The only origin of chance.</summary>
    public int Seed { get; init; }

    /// <summary>Threads to use, 1 or more; the figures are the same at any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Hears what is being done, from 0 to 1; null for nobody.</summary>
    public IProgress<(double Share, string Doing)>? Progress { get; init; }
}
