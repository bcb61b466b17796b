namespace Modelwright.Runtime.Steps.Categories.Spelling;

/// <summary>Makes numbers of the characters of a value.</summary>
internal interface ISpeller
{
    /// <summary>What a missing value is in every column.</summary>
    double Missing { get; }

    /// <summary>Makes the numbers of one value.</summary>
    /// <param name="text">The value.</param>
    /// <param name="values">One number a column; 0 before.</param>
    void Spell(string text, Span<double> values);
}
