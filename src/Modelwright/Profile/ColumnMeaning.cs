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

    /// <summary>Telephone numbers; levels, their leading zeros kept.</summary>
    Phone,

    /// <summary>Postal codes; levels, their leading zeros kept.</summary>
    PostalCode,

    /// <summary>E-mail addresses.</summary>
    Email,

    /// <summary>Web addresses.</summary>
    Url,

    /// <summary>Internet addresses, version 4 or 6.</summary>
    IpAddress,

    /// <summary>Degrees north, with a column of degrees east beside it.</summary>
    Latitude,

    /// <summary>Degrees east, with a column of degrees north beside it.</summary>
    Longitude,

    /// <summary>Latitude and longitude in one cell.</summary>
    Coordinates,

    /// <summary>Any number of items in one cell.</summary>
    List,
}
