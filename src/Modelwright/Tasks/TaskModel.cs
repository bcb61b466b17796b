using Modelwright.Core.Learning;
using Modelwright.Recording;

namespace Modelwright.Tasks;

/// <summary>What a task without a target ships.</summary>
/// <param name="Form">From raw columns to answers.</param>
/// <param name="Lead">The sentence that matters most.</param>
public sealed record TaskModel(IForm Form, string Lead)
{
    /// <summary>What was measured of it, the most telling first.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>What a person should know, each a sentence with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
