namespace Modelwright.Profile;

/// <summary>What a column means, which is more than how it is held.</summary>
public enum ColumnMeaning
{
    /// <summary>Measures or counts something.</summary>
    Number,

    /// <summary>Answers yes or no; held as a category, or as a number with two values.</summary>
    Boolean,

    /// <summary>One of a list of levels.</summary>
    Category,

    /// <summary>Names the row; tells nothing about other rows.</summary>
    Id,

    /// <summary>Has one value or none; tells nothing.</summary>
    Constant,

    /// <summary>A point in time.</summary>
    Time,

    /// <summary>Free text.</summary>
    Text,
}
