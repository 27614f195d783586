"""One widget of the program as a screen reader sees it: how to find it, read it and work it."""

import os
import re
import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / 'build-aux'))
from session import wait_for as poll  # noqa: E402

import gi  # noqa: E402
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

warnings.simplefilter('ignore', DeprecationWarning)

PATIENCE = float(os.environ.get('REKNIT_E2E_PATIENCE', 30))
# The names of roles changed between versions of AT-SPI; scripts use the shorter ones.
ROLES = {'push button': 'button', 'toggle button': 'button', 'entry': 'text', 'frame': 'window', 'dialog': 'window',
         'page tab': 'tab', 'check menu item': 'menu item', 'radio menu item': 'menu item', 'radio button': 'check box',
         'static': 'label'}
INTERACTIVE = {'button', 'check box', 'switch', 'text', 'slider', 'spin button',
               'combo box', 'link', 'tab', 'menu item'}


def wait_for(condition, what, timeout=PATIENCE):
    """Wait until CONDITION gives something true; a node that vanished meanwhile is only a no."""
    refused = None

    def attempt():
        nonlocal refused
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        try:
            return condition()
        except GLib.Error as error:
            refused = error
            return None
    try:
        return poll(attempt, timeout=timeout, what=what)
    except TimeoutError as error:
        if refused:
            raise TimeoutError(f'{error}; last the program refused: {refused.message}') from None
        raise


def look(at, tries=3):
    """What AT finds. Where something vanishes while it is looked at, as a toast may, the look is taken again."""
    for left in reversed(range(tries)):
        try:
            return at()
        except GLib.Error:
            if not left:
                raise


def is_inside(accessible, outer, steps=40):
    """Whether ACCESSIBLE is OUTER or stands in it, at most STEPS levels below."""
    while accessible and steps >= 0:
        if accessible == outer:
            return True
        accessible = accessible.get_parent()
        steps -= 1
    return False


class Node:
    """One widget as a screen reader sees it."""

    def __init__(self, app, accessible):
        self.app = app
        self.accessible = accessible

    @property
    def role(self):
        name = self.accessible.get_role_name()
        return ROLES.get(name, name)

    @property
    def name(self):
        """Its accessible name; GTK 4.8 gives a button with a mnemonic its name twice, “_Save Save”. Newer versions leave
        words that tell how something stands without one: a screen reader says the words themselves."""
        name = self.accessible.get_name() or ''
        if not name and self.role == 'status bar':
            return self.read()
        bare = name.replace('_', '', 1)
        half = bare[:len(bare) // 2]
        return half if half and bare == f'{half} {half}' else name

    @property
    def description(self):
        return self.accessible.get_description() or ''

    @property
    def text(self):
        """What stands in a text, or else its name."""
        return self.read() if self.accessible.get_text_iface() else self.name

    def read(self):
        """The words in it, where it has any of its own."""
        text = self.accessible.get_text_iface()
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ''

    def editable(self):
        """The text in here that can be written to: a row with an entry is a text, too, and holds the real one."""
        return next(child for child in self.walk() if child.accessible.get_editable_text_iface())

    @property
    def value(self):
        return Atspi.Value.get_current_value(self.accessible.get_value_iface())

    def has(self, state):
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    def window(self):
        """The window that this node stands in."""
        accessible = self.accessible
        while accessible and ROLES.get(accessible.get_role_name(), '') != 'window':
            accessible = accessible.get_parent()
        return accessible

    @property
    def shown(self):
        """Whether a person can see it. Before GTK 4.10 the pages of a stack that are not shown stay in the tree, and
        no state tells them apart; but what stands at their place in the window does. Later versions leave such pages out,
        and count places from another corner."""
        component = self.accessible.get_component_iface()
        if not component:
            return self.role == 'application'
        box = Atspi.Component.get_extents(component, Atspi.CoordType.WINDOW)
        window = self.window()
        if not window or window == self.accessible:
            return True
        if box.width <= 0 and box.height <= 0 or not self.has('visible'):
            return False
        if self.app.tells_hidden:
            return self.has('showing')
        for x, y in ((box.width // 2, box.height // 2), (3, box.height // 2)):
            there = Atspi.Component.get_accessible_at_point(window.get_component_iface(), box.x + x, box.y + y,
                                                            Atspi.CoordType.WINDOW)
            if there:
                return is_inside(there, self.accessible) or is_inside(self.accessible, there, 4)
        return True

    def children(self):
        """All of them at once: GTK 4.8 breaks when it is asked for a window that was closed meanwhile."""
        count = self.accessible.get_child_count()
        children = [self.accessible.get_child_at_index(index) for index in range(count)]
        return [Node(self.app, child) for child in children if child]

    def walk(self):
        """This node and all below, in the order in which they are read."""
        yield self
        for child in self.children():
            yield from child.walk()

    def matches(self, role, name):
        if role and self.role != role:
            return False
        if name is None:
            return True
        return bool(name.search(self.name)) if isinstance(name, re.Pattern) else self.name == name

    def search(self, role=None, name=None):
        """All that is there now. NAME is the whole name or a compiled expression."""
        self.accessible.clear_cache()
        # GTK 4.8 breaks when it is asked for what stands at a place, and that has not been asked for as a child yet.
        return look(lambda: [node for node in list(self.walk()) if node.matches(role, name) and node.shown])

    def find(self, role=None, name=None, timeout=PATIENCE):
        """The first one, waited for."""
        def attempt():
            self.app.check_alive()
            return next(iter(self.search(role, name)), None)
        try:
            return wait_for(attempt, f'{role or "widget"} {getattr(name, "pattern", name)!r}', timeout)
        except TimeoutError as error:
            raise TimeoutError(f'{error}{self.tell_hidden(role, name)}') from None

    def tell_hidden(self, role, name):
        """Where those stand that are there, but cannot be seen: what was never laid out is at 0, 0."""
        hidden = [Atspi.Component.get_extents(node.accessible.get_component_iface(), Atspi.CoordType.WINDOW)
                  for node in self.walk() if node.matches(role, name) and node.accessible.get_component_iface()]
        return ''.join(f'; one is hidden at {box.x}, {box.y}, {box.width} × {box.height}' for box in hidden)

    def find_pressable(self, role, name):
        """A menu button is a button of the same name around the one that can be pressed."""
        first = self.find(role, name)
        return first if first.actions() else next((node for node in first.walk() if node.actions()), first)

    def wait_until_gone(self, timeout=PATIENCE):
        """Wait for this window to close without a look at the others: GTK 4.8 breaks when it is asked for the window
        after the last one, which a window that closes right then makes of its neighbour."""
        def gone():
            self.app.check_alive()
            try:
                self.accessible.clear_cache()
                return self.has('defunct') or self.accessible.get_child_count() <= 0
            except GLib.Error:
                return True
        wait_for(gone, f'{self.role} to close', timeout)

    def has_none(self, role=None, name=None, timeout=PATIENCE):
        """Wait until there is none."""
        wait_for(lambda: not self.search(role, name), f'no {role or "widget"} {getattr(name, "pattern", name)!r}', timeout)

    def actions(self):
        action = self.accessible.get_action_iface()
        try:
            return [Atspi.Action.get_action_name(action, i) for i in range(Atspi.Action.get_n_actions(action))] if action else []
        except GLib.Error:
            # Newer versions of GTK count those, too, that cannot be had at the moment.
            return []

    def press(self, role='button', name=None, action=None):
        """Press the button NAME in here, or this node itself when there is no NAME."""
        node = self.find_pressable(role, name) if name is not None else self
        wait_for(lambda: node.has('sensitive'), f'{node.role} {node.name!r} to be sensitive')
        names = node.actions()
        if not names:
            raise AssertionError(f'{node.role} {node.name!r} cannot be pressed')
        Atspi.Action.do_action(node.accessible.get_action_iface(), names.index(action) if action else 0)
        return node

    def press_any(self, name):
        """Press whatever can be pressed and is called NAME: a button, a check box, a switch; what a person would have to
        scroll to only when there is no other."""
        def attempt(anywhere=False):
            self.accessible.clear_cache()
            return next((node for node in list(self.walk()) if node.matches(None, name) and node.role in INTERACTIVE
                         and node.actions() and node.has_size() and (anywhere or node.shown)), None)
        try:
            return wait_for(attempt, name, 3).press()
        except TimeoutError:
            return wait_for(lambda: attempt(anywhere=True), f'something to press called {name!r}').press()

    def type(self, name, text, role='text'):
        """Replace what stands in the text field NAME."""
        node = self.find(role, name).editable()
        Atspi.EditableText.set_text_contents(node.accessible.get_editable_text_iface(), text)
        # Newer versions of GTK tell of a passphrase only how long it is.
        wait_for(lambda: node.text in (text, '●' * len(text)), f'{name!r} to read {text[:40]!r}')
        return node

    def set_value(self, name, value, role=None):
        node = self.find(role, name)
        Atspi.Value.set_current_value(node.accessible.get_value_iface(), value)
        wait_for(lambda: node.value == value, f'{name!r} to be {value}')
        return node

    def choose(self, name, role='list item'):
        """Choose the row NAME of a list, as the arrow keys do; rows have no action of their own."""
        row = self.find(role, name)
        rows = row.accessible.get_parent()
        Atspi.Selection.select_child(rows.get_selection_iface(), row.accessible.get_index_in_parent())
        wait_for(lambda: row.has('selected'), f'{name!r} to be chosen')
        return row

    def toggle(self, name, on=True, role=None):
        """Bring a switch, a check box or a toggle button to ON."""
        node = self.find(role, name)
        if node.is_on() != on:
            node.press()
            wait_for(lambda: node.is_on() == on, f'{name!r} to be {"on" if on else "off"}')
        return node

    def is_on(self):
        return self.has('checked') or self.has('pressed')

    def has_size(self):
        """Whether it was ever laid out: what the program hides from the start has no size."""
        component = self.accessible.get_component_iface()
        box = component and Atspi.Component.get_extents(component, Atspi.CoordType.WINDOW)
        return bool(box) and box.width > 0 and box.height > 0

    def nameless(self):
        """What can be pressed or filled in, and has no name that a screen reader could say."""
        return [node for node in self.walk()
                if node.role in INTERACTIVE and (not node.name or re.match('(Gtk|Adw|Reknit)[A-Z]', node.name))
                and node.has_size()]

    def where(self):
        """The names on the way to this node, outermost first."""
        names, accessible = [], self.accessible
        while accessible:
            names.insert(0, accessible.get_name() or accessible.get_role_name())
            accessible = accessible.get_parent()
        return ' / '.join(name for name in names if name not in ('panel', 'filler'))

    def tree(self, depth=0):
        """The tree as text, for the eyes of whoever writes or mends a script."""
        marks = ' '.join(state for state in ('focused', 'checked', 'selected', 'pressed', 'expanded') if self.has(state))
        line = f'{"  " * depth}{self.role} {self.name!r} {"/".join(self.actions())} {marks}'.rstrip()
        return '\n'.join([line] + [child.tree(depth + 1) for child in self.children()])
