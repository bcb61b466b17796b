using Modelwright.Recording.Answering;

namespace Modelwright.Recording;

/// <summary>How the shipped model is made, without a choice left open.</summary>
public sealed record PlanDecision
{
    /// <summary>"folds": the mean of one model a fold; "whole": each member fitted once on all rows.</summary>
    public required string Fit { get; init; }

    /// <summary>Name of the splitter that makes the folds.</summary>
    public required string Splitter { get; init; }

    /// <summary>Number of folds, for splitters that make several.</summary>
    public int Folds { get; init; }

    /// <summary>Share held out, for splitters that make one split.</summary>
    public double TestShare { get; init; }

    /// <summary>How many times the folds are dealt out; absent where once.</summary>
    public int? Repeats { get; init; }

    /// <summary>What training keeps away from the test in time; absent where nothing.</summary>
    public string? Gap { get; init; }

    /// <summary>What the test keeps away from training in time; absent where nothing.</summary>
    public string? Embargo { get; init; }

    /// <summary>Whether it is made from the development rows alone: the run was stopped, or had no time, before a refit on all rows.</summary>
    public bool IsDevelopment { get; init; }

    /// <summary>Rows of the seeded sample it is made from, where there was no time for a refit on all rows; 0 means no sample.</summary>
    public int SampleRows { get; init; }

    /// <summary>Rows the model is made from, as a check that the data is the same.</summary>
    public int Rows { get; init; }

    /// <summary>The model whose answers it learned from beside the rows; absent where there is none.</summary>
    public PlanDecision? Teacher { get; init; }

    /// <summary>What the teacher's answers count beside the truth, above 0 and at most 1; absent without a teacher.</summary>
    public double? TeacherShare { get; init; }

    /// <summary>How answers are read; null in plans of releases that knew nothing of it.</summary>
    public AnsweringDecision? Answering { get; init; }

    /// <summary>The members of the blend, heaviest first.</summary>
    public required IReadOnlyList<PlanMember> Members { get; init; }

    /// <summary>The second layer, which reads the answers of the members; its weight is its share of the answer. Null where there is none.</summary>
    public PlanMember? SecondLayer { get; init; }
}
