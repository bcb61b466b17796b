using Modelwright.Stress.Gates;

namespace Modelwright.Stress;

/// <summary>How a model is tested.</summary>
public sealed record StressOptions
{
    /// <summary>What it must keep; null means <see cref="Gate.For"/>.</summary>
    public Gate? Gate { get; init; }

    /// <summary>Whether every column and every row is looked at, however long that takes.</summary>
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
