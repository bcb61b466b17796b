namespace Modelwright.Core.Learning.Streams;

/// <summary>In what way a reading is strange.</summary>
public enum StreamSign
{
    /// <summary>Nothing is known yet.</summary>
    None,

    /// <summary>The value is far from the one to be expected.</summary>
    Value,

    /// <summary>The mean of the last readings is away from what is usual at this time.</summary>
    Level,

    /// <summary>The last readings were harder to foretell than usual.</summary>
    Unrest,

    /// <summary>The last readings changed less than usual.</summary>
    Stillness,

    /// <summary>One value came again and again, longer than usual.</summary>
    Repetition,
}
