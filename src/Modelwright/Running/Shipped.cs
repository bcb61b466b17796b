using Modelwright.Core.Learning;
using Modelwright.Recording.Answering;
using Modelwright.Search;
using Modelwright.Validation.Answering;

namespace Modelwright.Running;

/// <summary>The model for the package.</summary>
/// <param name="Form">From raw columns to answers.</param>
/// <param name="Recipe">How it was made, with all that the clock decided.</param>
/// <param name="Rows">Rows it was made from.</param>
/// <param name="Meaning">What it was made from and how, in one sentence.</param>
internal sealed record Shipped(IForm Form, Recipe Recipe, int Rows, string Meaning)
{
    /// <summary>What a person should know of it, with its remedy; null where there is nothing.</summary>
    public string? Warning { get; init; }

    /// <summary>What its fold models answered out of fold, where it was fitted again and its intervals are by folds; else null.</summary>
    public OutOfFold? Known { get; init; }

    /// <summary>How its answers are read; null where they are read as they come.</summary>
    public AnsweringDecision? Answering { get; init; }
}
