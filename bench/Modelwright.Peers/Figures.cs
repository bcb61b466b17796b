namespace Modelwright.Peers;

/// <summary>What was measured.</summary>
internal sealed record Figures
{
    /// <summary>Trees that were asked for.</summary>
    public required int Trees { get; init; }

    /// <summary>Most leaves of a tree.</summary>
    public required int Leaves { get; init; }

    /// <summary>Rows that were asked, one by one.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that both learned from.</summary>
    public required int TrainingRows { get; init; }

    /// <summary>Leaves of all our trees.</summary>
    public required int AllLeaves { get; init; }

    /// <summary>Trees that ML.NET trained.</summary>
    public required int PeerTrees { get; init; }

    /// <summary>Our share of right answers at a probability of one half.</summary>
    public required double Accuracy { get; init; }

    /// <summary>The same of ML.NET.</summary>
    public required double PeerAccuracy { get; init; }

    /// <summary>The ways, ours first.</summary>
    public required IReadOnlyList<Way> Ways { get; init; }

    /// <summary>The sum of all answers, so that none is left out.</summary>
    public required double Sum { get; init; }
}
