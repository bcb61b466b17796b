namespace Modelwright.Core.Learning.Abilities;

/// <summary>What a form that reads in order answers to a table.</summary>
/// <param name="Numbers">Rows x answered columns, row by row, in the order of the table. Owned by whoever asked.</param>
/// <param name="Texts">A text a row; null where there is nothing to say.</param>
public sealed record InOrderAnswers(double[] Numbers, string?[] Texts)
{
    /// <summary>What a person should know of how the rows were read, such as how many have no time; each a sentence.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
