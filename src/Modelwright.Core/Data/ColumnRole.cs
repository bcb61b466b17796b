namespace Modelwright.Core.Data;

/// <summary>What a column is for.</summary>
public enum ColumnRole
{
    /// <summary>May be used to predict.</summary>
    Feature,

    /// <summary>What is asked; absent when predicting.</summary>
    Target,

    /// <summary>How much a row counts: a number of 0 or more.</summary>
    Weight,

    /// <summary>Orders the rows; validation keeps the future out of training.</summary>
    Time,

    /// <summary>Rows that belong together; validation never puts one group on both sides.</summary>
    Group,

    /// <summary>Who acts, for recommendation.</summary>
    User,

    /// <summary>What is acted on, for recommendation.</summary>
    Item,

    /// <summary>Names the row; carried into answers, never used to predict.</summary>
    Id,

    /// <summary>Used for fairness figures, not to predict.</summary>
    Sensitive,

    /// <summary>Not used at all.</summary>
    Ignore,
}
