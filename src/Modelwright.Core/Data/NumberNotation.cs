namespace Modelwright.Core.Data;

/// <summary>How people write the numbers of a column that is held as text, beside the signs of <see cref="ColumnSpec.NumberDecorations"/>.</summary>
public sealed record NumberNotation
{
    /// <summary>As programs write them: a point before decimals, nothing between the digits.</summary>
    public static NumberNotation Plain { get; } = new();

    /// <summary>What stands before decimals: '.' or ','.</summary>
    public char DecimalSeparator { get; init; } = '.';

    /// <summary>
    /// Characters that may stand between groups of digits, such as "," or "." or the kinds of space; empty where there are
    /// none. A number whose groups are not of three digits (or of two before the last, as in India) cannot be read.
    /// </summary>
    public string GroupSeparators { get; init; } = "";

    /// <summary>Whether "(1,234)" is -1234, as accountants write it.</summary>
    public bool HasNegativeParentheses { get; init; }

    /// <summary>Endings that multiply; at most one stands behind a number, and one without any is taken as it is.</summary>
    public IReadOnlyList<NumberSuffix> Suffixes { get; init; } = [];

    /// <summary>Whether nothing is different from <see cref="Plain"/>.</summary>
    public bool IsPlain => this is { DecimalSeparator: '.', GroupSeparators: "", HasNegativeParentheses: false, Suffixes.Count: 0 };
}
