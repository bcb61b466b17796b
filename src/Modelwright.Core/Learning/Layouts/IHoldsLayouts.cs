namespace Modelwright.Core.Learning.Layouts;

/// <summary>
/// The ability to let go of what a form makes beside itself to answer many rows soon, such as trees laid out for walks: as much
/// memory as the form itself, which whoever keeps many forms and asks few of them does not want to pay for.
/// </summary>
public interface IHoldsLayouts
{
    /// <summary>
    /// Lets go. Answers stay the same to the bit, and the next many rows make the layouts anew. Safe while other threads ask: they
    /// finish with what they hold.
    /// </summary>
    void ReleaseLayouts();
}
