namespace Modelwright.Core.Learning.Trimming;

/// <summary>The ability to leave out the inputs that no answer depends on, so that whoever asks need not bring them.</summary>
public interface ITrimmable
{
    /// <summary>
    /// The same form without the inputs it never looks at: for any rows, whatever stands in those inputs, its answers are the same to
    /// the bit, and so are the contributions to an answer that those inputs contribute nothing to.
    /// </summary>
    /// <returns>A form with some of the inputs, in their order; this one where it looks at all of them.</returns>
    IForm Trim();
}
